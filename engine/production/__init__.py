"""From briefs to finished files: plan, run, manifest, gallery."""
