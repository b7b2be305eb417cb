import { copyright, isHome, isService, ogl, type Source } from '../recognise/source.ts';

/** Where each of these prints what is news; the rest of their sites is something else. */
const sites: { [host: string]: [publisher: string, path: RegExp] } = {
  'educationhub.blog.gov.uk': ['Department for Education', /^\/\d{4}\/\d\d\/./],
  'educationinspection.blog.gov.uk': ['Ofsted', /^\/\d{4}\/\d\d\/./],
  'earlyyears.blog.gov.uk': ['Ofsted', /^\/\d{4}\/\d\d\/./],
  'ofqual.blog.gov.uk': ['Ofqual', /^\/\d{4}\/\d\d\/./],
  'teachwire.net': ['Teachwire', /^\/(?:news|articles)\/./],
  'nurseryworld.co.uk': ['Nursery World', /^\/(?:content\/)?(?:news|features|opinion)\/./],
  'cypnow.co.uk': ['Children and Young People Now', /^\/(?:content\/)?(?:news|features|analysis|opinion)\/./],
  'ascl.org.uk': ['Association of School and College Leaders', /^\/news(?:\/|$)/],
  'naht.org.uk': ['NAHT', /^\/news(?:\/|$)/],
  'nga.org.uk': ['National Governance Association', /^\/news(?:-views)?(?:\/|$)/],
};

/** Other news of schools: the departments' own blogs, trade papers and associations. */
export const educationNews: Source = {
  name: 'education-news',
  hosts: Object.keys(sites),
  at(address) {
    const [publisher, path] = sites[address.host] ?? [];
    if (!publisher || !path?.test(address.path) || isHome(address) || isService(address)) return undefined;
    return { kind: 'news', publisher, licence: address.host.endsWith('.blog.gov.uk') ? ogl : copyright };
  },
};
