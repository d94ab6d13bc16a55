/** What the tabs beyond the first show, by their names: loaded together, after the report stands or when one of them is opened. */
import type { ComponentType } from 'preact';
import { CoverageView } from '../coverage/CoverageView';
import { Documents } from '../documents/Documents';
import { Figures } from '../figures/Figures';
import { Findings } from '../findings/Findings';
import '../i18n/later';
import { Problems } from '../problems/Problems';
import { Summary } from '../summary/Summary';

export const contents: Readonly<Record<string, ComponentType>> = {
  figures: Figures, findings: Findings, coverage: CoverageView, documents: Documents, summary: Summary, problems: Problems,
};
