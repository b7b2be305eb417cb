import { useEffect, useState } from 'preact/hooks';
import { useReplica } from '../ui/replica.ts';
import './image-view.css';

interface ImageViewProps {
  image: { blob: string; alt: string };
}

/** A clipped picture, fetched when it is looked at; only its words where it cannot be had now. */
export function ImageView({ image: { blob, alt } }: ImageViewProps) {
  const { images } = useReplica();
  const [shown, setShown] = useState<string | null>();
  useEffect(() => {
    let url: string | undefined;
    let here = true;
    images.get(blob).then((picture) => {
      if (!here) return;
      url = picture && URL.createObjectURL(picture);
      setShown(url ?? null);
    }, reportError);
    return () => {
      here = false;
      if (url) URL.revokeObjectURL(url);
    };
  }, [blob]);
  if (shown) return <img class="clipped-image" src={shown} alt={alt} />;
  return (
    <div class="clipped-image-words">
      {alt && <p>{alt}</p>}
      {shown === null && <p class="small soft">The picture is not on this device.</p>}
    </div>
  );
}
