// The page that an invitation leads to: hands the code on to the app. It stands in the fragment, which no server sees.
const link = document.querySelector<HTMLAnchorElement>('a[href="/app/"]');
if (link && location.hash.length > 1) link.href = `/app/#join=${location.hash.slice(1)}`;
