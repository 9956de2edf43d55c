import ICAL from 'ical.js';
import { findIana } from 'windows-iana';
import { wallOf } from '../sow/dates.ts';
import { isZone, type Zone, zoneOf } from '../sow/zone.ts';

/** The zone that a TZID names, by its IANA or its Windows name. */
export function zoneNamed(tzid: string): Zone | undefined {
  const name = isZone(tzid) ? tzid : findIana(tzid as never)[0];
  return name === undefined ? undefined : zoneOf(name);
}

/** A zone that is known by name, for where ical.js compares times of several zones: UNTIL, EXDATE and DTEND in UTC. */
class NamedZone extends ICAL.Timezone {
  readonly #zone: Zone;

  constructor(zone: Zone) {
    super({ tzid: zone.name });
    this.#zone = zone;
  }

  override utcOffset({ year, month, day, hour, minute, second }: ICAL.Time): number {
    const wall = wallOf(year, month, day, hour, minute, second);
    const at = wall === undefined ? undefined : this.#zone.instantsAt(wall)[0];
    return wall === undefined || at === undefined ? 0 : (wall - at) / 1000;
  }
}

/** A calendar that knows zones by their names, also where it does not describe them. */
export class Calendar extends ICAL.Component {
  readonly #zones = new Map<string, ICAL.Timezone>();

  override getTimeZoneByID(tzid: string): ICAL.Timezone {
    const known = this.#zones.get(tzid);
    if (known !== undefined) return known;
    const zone = zoneNamed(tzid);
    const found = zone ? new NamedZone(zone) : super.getTimeZoneByID(tzid);
    this.#zones.set(tzid, found);
    return found;
  }
}
