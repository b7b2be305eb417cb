/** Whether an address is that of a PDF, as far as an address says so: by its ending, or as Ofsted keeps its files. */
export const isPdfAddress = (url: string): boolean => {
  const { pathname = '', hostname = '' } = URL.parse(url) ?? {};
  return (
    /\.pdf$/i.test(pathname) || (/^files\.(api\.)?ofsted\.gov\.uk$/.test(hostname) && pathname.startsWith('/v1/file/'))
  );
};
