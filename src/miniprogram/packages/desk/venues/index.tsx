import type { Venue } from '@contract/api';
import { useState } from 'react';
import { useRead } from '../../../backend/queries';
import { Button } from '../../../components/button';
import { Foot } from '../../../components/foot';
import { Loaded, Nothing } from '../../../components/states';
import { useDeskVenueText } from './text';
import { whenReady } from '../../../when-ready';
import { DeskPage } from '../parts/desk-page';
import { AddVenue } from './add-venue';
import { Poster } from './poster';
import { Published } from './published';
import { PublishExposure } from './publish-exposure';
import { VenueCard } from './venue-card';
import '../../../look/venues.scss';

type Doing = { what: 'list' | 'add' } | { what: 'poster' | 'publish'; venue: Venue };

function List({ onDo }: { onDo(doing: Doing): void }) {
  const t = useDeskVenueText();
  const read = useRead('GET /v1/venues', {});
  return (
    <>
      <Loaded read={read}>
        {(venues) =>
          venues.length === 0 ? (
            <Nothing icon="pinned" title={t('desk.venues.none')} about={t('desk.venues.none.about')} />
          ) : (
            <>
              {venues.map((venue) => (
                <VenueCard
                  key={venue.id}
                  venue={venue}
                  onPoster={() => onDo({ what: 'poster', venue })}
                  onPublish={() => onDo({ what: 'publish', venue })}
                />
              ))}
              <Published venues={venues} />
            </>
          )
        }
      </Loaded>
      <Foot>
        <Button kind="outline" icon="plus" text={t('desk.venues.add')} onTap={() => onDo({ what: 'add' })} />
      </Foot>
    </>
  );
}

/** An officer's venues: the posters at their doors, and what is published about them. */
function VenuesPage() {
  const t = useDeskVenueText();
  const [doing, setDoing] = useState<Doing>({ what: 'list' });
  const back = (): void => setDoing({ what: 'list' });
  return (
    <DeskPage
      title={t('desk.venues.title')}
      roles={['officer']}
      foot
      className={doing.what === 'poster' ? 'prints' : ''}
    >
      {doing.what === 'list' && <List onDo={setDoing} />}
      {doing.what === 'add' && <AddVenue onDone={back} />}
      {doing.what === 'poster' && <Poster venue={doing.venue} onBack={back} />}
      {doing.what === 'publish' && <PublishExposure venue={doing.venue} onDone={back} />}
    </DeskPage>
  );
}

export default whenReady(VenuesPage);
