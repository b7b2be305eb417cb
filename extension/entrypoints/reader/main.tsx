import { render } from 'preact';
import { Reader } from '../../reader/reader.tsx';
import '../../ui/tokens.css';
import '../../ui/base.css';

const root = document.getElementById('root');
if (root) render(<Reader />, root);
