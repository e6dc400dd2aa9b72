/** A PDF of one empty page; with more of its objects where asked. */
export const plainPdf = (more = ''): Buffer =>
  Buffer.from(
    `%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>> endobj
${more}
trailer <</Root 1 0 R>>
%%EOF
`,
    'latin1',
  );
