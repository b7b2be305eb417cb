import { type Mapping, type TableField, tableFields } from '../../../shared/evidence/formats/table-read.ts';
import { Select } from '../../ui/select.tsx';

const labels: { [field in TableField]: string } = {
  quote: 'Quote',
  note: 'Note',
  title: 'Title',
  url: 'Address',
  author: 'Author',
  published: 'Published',
  site: 'Site or journal',
  publisher: 'Publisher',
  doi: 'DOI',
  tags: 'Tags',
  stance: 'Stance',
};

interface MappingFormProps {
  heads: readonly string[];
  mapping: Mapping;
  onMapping: (mapping: Mapping) => void;
}

/** Which column of a table is what: guessed, and for a person to put right. */
export function MappingForm({ heads, mapping, onMapping }: MappingFormProps) {
  const columns = heads.map((head, i) => ({ value: String(i), label: head.trim() || `Column ${i + 1}` }));
  return (
    <fieldset class="group">
      <legend>Which column is what?</legend>
      <div class="in-mapping">
        {tableFields.map((field) => (
          <Select
            key={field}
            label={labels[field]}
            value={mapping[field] === undefined ? '' : String(mapping[field])}
            options={[{ value: '', label: 'None' }, ...columns]}
            onValue={(value) => onMapping({ ...mapping, [field]: value === '' ? undefined : Number(value) })}
          />
        ))}
      </div>
    </fieldset>
  );
}
