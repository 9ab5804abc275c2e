/** The pictures of the demonstration, each with its description. They are drawn by `demo/media/make.ts`. */
import type { DemoPicture } from './shape.ts';

export const pictures = {
  parcoTransparency: {
    file: 'parco-transparency.png',
    alt: {
      bs: 'Stupčasti grafikon s tri sve viša stupca: 64, 68 i 74 posto ispunjenih standarda transparentnosti.',
      hr: 'Stupčasti grafikon s tri sve viša stupca: 64, 68 i 74 posto ispunjenih standarda transparentnosti.',
      'sr-Latn':
        'Stubičasti grafikon sa tri sve viša stubića: 64, 68 i 74 odsto ispunjenih standarda transparentnosti.',
      en: 'Bar chart with three rising bars: 64, 68 and 74 per cent of transparency standards met.',
    },
  },
  parcoServices: {
    file: 'parco-services.png',
    alt: {
      bs: 'Crtež grada s mostom preko rijeke; put vodi od porodične kuće do zgrade uprave s jednim otvorenim vratima.',
      hr: 'Crtež grada s mostom preko rijeke; put vodi od obiteljske kuće do zgrade uprave s jednim otvorenim vratima.',
      'sr-Latn':
        'Crtež grada sa mostom preko rijeke; put vodi od porodične kuće do zgrade uprave sa jednim otvorenim vratima.',
      en: 'Drawing of a town with a bridge over a river; a path leads from a family house to an office with one open door.',
    },
  },
  deiPath: {
    file: 'dei-path.png',
    alt: {
      bs: 'Put vijuga kroz planine prema krugu od dvanaest zvjezdica na nebu; uz put su tri putokaza sa zastavicama.',
      hr: 'Cesta vijuga kroz planine prema krugu od dvanaest zvjezdica na nebu; uz cestu su tri putokaza sa zastavicama.',
      'sr-Latn':
        'Put vijuga kroz planine prema krugu od dvanaest zvjezdica na nebu; uz put su tri putokaza sa zastavicama.',
      en: 'A road winds through mountains towards a circle of twelve stars in the sky, with three flagged milestones beside it.',
    },
  },
  deiContest: {
    file: 'dei-contest.png',
    alt: {
      bs: 'Crtež filmske kamere, klape i pehara sa zvjezdicom, znak nagradnog konkursa za video.',
      hr: 'Crtež filmske kamere, klape i pehara sa zvjezdicom, znak nagradnog natječaja za video.',
      'sr-Latn': 'Crtež filmske kamere, klape i pehara sa zvjezdicom, znak nagradnog konkursa za video.',
      en: 'Drawing of a film camera, a clapperboard and a cup with a star, the sign of the video contest.',
    },
  },
  bhasWages: {
    file: 'bhas-wages.png',
    alt: {
      bs: 'Grafikon s dvanaest mjesečnih stupaca i linijom koja lagano raste: kretanje prosječne plaće kroz godinu.',
      hr: 'Grafikon s dvanaest mjesečnih stupaca i crtom koja blago raste: kretanje prosječne plaće tijekom godine.',
      'sr-Latn':
        'Grafikon sa dvanaest mjesečnih stubića i linijom koja blago raste: kretanje prosječne plate tokom godine.',
      en: 'Chart with twelve monthly bars and a gently rising line: the average wage over a year.',
    },
  },
  bhasTourism: {
    file: 'bhas-tourism.png',
    alt: {
      bs: 'Crtež planinskog jezera s kamenim mostom; ispred su dva kofera, jedan veliki i jedan mali.',
      hr: 'Crtež planinskog jezera s kamenim mostom; ispred su dva kovčega, jedan veliki i jedan mali.',
      'sr-Latn':
        'Crtež planinskog jezera sa kamenim mostom; ispred su dva kofera, jedan veliki i jedan mali.',
      en: 'Drawing of a mountain lake with a stone bridge; two suitcases stand in front, one large and one small.',
    },
  },
  bhasCensus: {
    file: 'bhas-census.png',
    alt: {
      bs: 'Mreža malih kuća, u svakoj drugi broj ukućana prikazan tačkama; jedna kuća je istaknuta lupom.',
      hr: 'Mreža malih kuća, u svakoj drugi broj ukućana prikazan točkama; jedna je kuća istaknuta povećalom.',
      'sr-Latn':
        'Mreža malih kuća, u svakoj drugi broj ukućana prikazan tačkama; jedna kuća je istaknuta lupom.',
      en: 'A grid of small houses, each with a different number of dots for its members; a magnifier marks one of them.',
    },
  },
  heaCampus: {
    file: 'hea-campus.png',
    alt: {
      bs: 'Crtež zgrade univerziteta sa stubovima i stepenicama; ispred su drveće i tri studenta s knjigama.',
      hr: 'Crtež zgrade sveučilišta sa stupovima i stubama; ispred su stabla i tri studenta s knjigama.',
      'sr-Latn':
        'Crtež zgrade univerziteta sa stubovima i stepenicama; ispred su drveće i tri studenta sa knjigama.',
      en: 'Drawing of a university building with columns and steps; in front are trees and three students with books.',
    },
  },
  heaRulebook: {
    file: 'hea-rulebook.png',
    alt: {
      bs: 'Otvorena knjiga s redovima teksta, oznakom stranice i pečatom s kvačicom.',
      hr: 'Otvorena knjiga s redcima teksta, oznakom stranice i pečatom s kvačicom.',
      'sr-Latn': 'Otvorena knjiga sa redovima teksta, oznakom stranice i pečatom sa kvačicom.',
      en: 'An open book with lines of text, a bookmark and a seal with a tick.',
    },
  },
  adsExam: {
    file: 'ads-exam.png',
    alt: {
      bs: 'Podloga za pisanje s listom od pet stavki, tri su označene kvačicom; pored leži olovka.',
      hr: 'Podloga za pisanje s popisom od pet stavki, tri su označene kvačicom; pokraj leži olovka.',
      'sr-Latn': 'Podloga za pisanje sa spiskom od pet stavki, tri su označene kvačicom; pored leži olovka.',
      en: 'A clipboard with a list of five items, three of them ticked; a pencil lies beside it.',
    },
  },
  adsCalendar: {
    file: 'ads-calendar.png',
    alt: {
      bs: 'Zidni kalendar s jednim zaokruženim danom i sat koji pokazuje devet.',
      hr: 'Zidni kalendar s jednim zaokruženim danom i sat koji pokazuje devet.',
      'sr-Latn': 'Zidni kalendar sa jednim zaokruženim danom i sat koji pokazuje devet.',
      en: 'A wall calendar with one day circled and a clock showing nine.',
    },
  },
  siSession: {
    file: 'si-session.png',
    alt: {
      bs: 'Ovalni sto viđen odozgo, oko njega deset stolica, na stolu listovi papira.',
      hr: 'Ovalni stol viđen odozgo, oko njega deset stolica, na stolu listovi papira.',
      'sr-Latn': 'Ovalni sto viđen odozgo, oko njega deset stolica, na stolu listovi papira.',
      en: 'An oval table seen from above with ten chairs around it and sheets of paper on it.',
    },
  },
  siGazette: {
    file: 'si-gazette.png',
    alt: {
      bs: 'Otvoren službeni glasnik; jedna rečenica je označena, a iz nje izlazi oblačić s objašnjenjem.',
      hr: 'Otvoren službeni glasnik; jedna je rečenica označena, a iz nje izlazi oblačić s objašnjenjem.',
      'sr-Latn':
        'Otvoren službeni glasnik; jedna rečenica je označena, a iz nje izlazi oblačić sa objašnjenjem.',
      en: 'An open official gazette; one sentence is marked and a speech bubble with an explanation rises from it.',
    },
  },
  siPress: {
    file: 'si-press.png',
    alt: {
      bs: 'Govornica s četiri mikrofona i novinarska akreditacija na traci.',
      hr: 'Govornica s četiri mikrofona i novinarska akreditacija na vrpci.',
      'sr-Latn': 'Govornica sa četiri mikrofona i novinarska akreditacija na traci.',
      en: 'A lectern with four microphones and a press pass on a ribbon.',
    },
  },
  apikReport: {
    file: 'apik-report.png',
    alt: {
      bs: 'Koverta ulazi u sandučić s katancem, iza kojeg je veliki štit.',
      hr: 'Omotnica ulazi u sandučić s lokotom, iza kojega je veliki štit.',
      'sr-Latn': 'Koverta ulazi u sandučić sa katancem, iza kojeg je veliki štit.',
      en: 'An envelope goes into a box with a padlock; a large shield stands behind it.',
    },
  },
  apikGifts: {
    file: 'apik-gifts.png',
    alt: {
      bs: 'Vaga: na jednom tasu poklon s mašnom, na drugom dvije knjige s pravilima; vaga preteže na stranu knjiga.',
      hr: 'Vaga: na jednoj je zdjelici dar s mašnom, na drugoj dvije knjige s pravilima; vaga preteže na stranu knjiga.',
      'sr-Latn':
        'Vaga: na jednom tasu poklon sa mašnom, na drugom dvije knjige sa pravilima; vaga preteže na stranu knjiga.',
      en: 'A pair of scales: a gift with a bow on one pan, two books of rules on the other, and the books weigh more.',
    },
  },
} satisfies Record<string, DemoPicture>;
