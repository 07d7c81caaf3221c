// What a first visit to a page transfers: the page, its styles and the fonts they name, compressed as
// the server sends them. Scripts are counted too: a reading page must need none.
export interface Weight {
	html: number;
	styles: number;
	fonts: number;
	scripts: number;
	total: number;
}

async function sizeOf(url: string): Promise<{ size: number; text: string }> {
	const answer = await fetch(url, { headers: { 'accept-encoding': 'gzip, br' } });
	const length = Number(answer.headers.get('content-length') ?? 0);
	const body = await answer.arrayBuffer();
	const encoded = answer.headers.get('content-encoding') !== null;
	const size = length > 0 ? length : encoded ? await compressedSize(body) : body.byteLength;
	return { size, text: new TextDecoder().decode(body) };
}

// `fetch` undoes the compression and a streamed answer tells no length: compress again to know it.
async function compressedSize(body: ArrayBuffer): Promise<number> {
	const stream = new Blob([body]).stream().pipeThrough(new CompressionStream('gzip'));
	return (await new Response(stream).arrayBuffer()).byteLength;
}

/** Weighs a page and everything that its first visit loads, in bytes. */
export async function weigh(origin: string, path: string): Promise<Weight> {
	const page = await sizeOf(`${origin}${path}`);
	const styles = links(page.text, /<link[^>]+href="([^"]+\.css)"/g);
	const scripts = links(page.text, /<script[^>]+src="([^"]+)"/g);
	const sheets = await Promise.all(
		styles.map((href) => sizeOf(new URL(href, `${origin}${path}`).href))
	);
	const fonts = new Set(
		sheets.flatMap(({ text }, index) =>
			links(text, /url\(["']?([^"')]+\.woff2)["']?\)/g).map(
				(href) => new URL(href, new URL(styles[index] ?? '', `${origin}${path}`)).href
			)
		)
	);
	const fontSizes = await Promise.all([...fonts].map(sizeOf));
	const scriptSizes = await Promise.all(
		scripts.map((href) => sizeOf(new URL(href, `${origin}${path}`).href))
	);
	const sum = (parts: { size: number }[]) => parts.reduce((total, { size }) => total + size, 0);
	const weight = {
		html: page.size,
		styles: sum(sheets),
		fonts: sum(fontSizes),
		scripts: sum(scriptSizes)
	};
	return { ...weight, total: weight.html + weight.styles + weight.fonts + weight.scripts };
}

function links(text: string, pattern: RegExp): string[] {
	return [...text.matchAll(pattern)].map(([, href]) => href ?? '').filter((href) => href !== '');
}
