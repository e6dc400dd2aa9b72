import { useTextWith } from '../../locales';
import { venueVisitTexts } from '../../locales/venue-visits';

/** All texts, with those that come with this package. */
export const useVenueText = () => useTextWith(venueVisitTexts);
