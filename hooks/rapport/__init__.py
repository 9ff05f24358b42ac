"""Rapport turns YAML questionnaires into a reflection site.

The pipeline, one step a file, in one direction:

    source      YAML text to values that remember line and column (`syntax` words YAML's faults)
    model       the format as typed objects: `fields`, `questions` and `shelf`, the library's part
    typed       values to typed objects; `schema` writes the model down for editors
    checks      what types cannot check, by `outline`: within a file; `references`: into the library
    library     the whole folder, cross-checked (`shelf_checks`); `problems` words whatever is wrong
                with the `sentences` for it, and `slips` of the writing
    edition     fingerprints: when are two versions of a question the same?
    scores      what each answer is worth
    plan        what the browser needs to know of an assessment, typed in `planned`
    views       what a page shows of the questions; `advice`, what its result may say
    forms       one form's page as a whole, with its facts and links
    pages       HTML from templates; `prose` renders Markdown, `words` the interface's own words
    navigation  the place of the questionnaires in the site's navigation
    site        all pages, plans and problems of a folder, by `settings`, remembered between builds

Nothing in this package knows MkDocs; `mkdocs_hooks.py`, beside it, is the one adapter.
The browser's part is in `browser/`, and `bundle` makes `theme/assets/` from it.
"""
