import { stemOf } from './suggest-words.ts';

/** Words that say nothing of what a priority is about: those of all English, and those of every page about schools. */
const words = `a about above across after again against all almost along also although always am among an and another any are around as at away
  back be became because become been before begin being below best better between both but by came can cannot come could
  day did different do does done down due during each either else end enough even ever every everyone example far few fewer find first for from
  full further gave get give given go goes going good great group had happen has have having he help her here him his how however i if
  important improve improvement improving in include increase into is it its itself just keep kind know known large last later least less let like likely little
  long look lot low made make making many may me mean might month more most much must my near need never new next no nobody none nor not nothing now number
  of off often old on once one only open or other others our out over own part people per perhaps place plan point put quite rather
  really right said same say says see seem set several shall she should show similar since small so some someone something soon still such support
  take taken than that the their them then there these they thing think this those though three through time to today together too took two
  under until up upon us use used using very want was way we week well went were what when where whether which while who whole why will
  with within without work would year yes yet you your
  love loved stay staying worth rest doing word skill skills tackle tackling courtesy journey lost days young voice ready prepare believe hope dream
  courage ambition ambitious success successful happy proud pride matter matters count counts future world community communities family together
  join joined power powerful real true simple clear hard fair equal best-ever feel felt mind minds heart hand hands step steps path way ways place places
  stand standing move moving build grow growing becoming understand understanding remove removing particular particularly special always everything
  across every key goal goals priority priorities project programme plan plans work working worked impact result results
  school schools pupil pupils child children teacher teachers teaching teach learn learning learner student students staff class classroom
  education educational academic term lesson lessons leader leaders head headteacher cluster partnership standard standards high higher raise raising
  develop developing development achieve achievement progress outcome outcomes quality provision approach strategy focus aim ensure need needs england
  ofsted inspection report department guidance level rate percent cent figure data area local national government key stage young
  strong start left leave confident life able bring share close closing gap narrow raising reduce reducing consistent excellent excellence beyond change cut everything meeting
  everybody settings setting secure early late build building based effective`;

const common = new Set(words.split(/\s+/).map(stemOf));

/** Whether a stem is too common to tell one subject from another. Numbers and single letters are. */
export const isCommon = (stem: string): boolean => stem.length < 3 || /^\d/.test(stem) || common.has(stem);

/** Words that a text about schools can hardly do without. */
const ofSchools = new Set(
  `school pupil teacher teaching classroom class headteacher ofsted nursery curriculum lesson education teach learner learning academy
  setting student phonics staff trust mainstream reception primary secondary sencos senco send ehcp governor childcare attainment toddler baby`
    .split(/\s+/)
    .map(stemOf),
);

export const isOfSchools = (stem: string): boolean => ofSchools.has(stem);
