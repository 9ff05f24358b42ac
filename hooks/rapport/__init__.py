"""Rapport turns YAML questionnaires into a reflection site.

The pipeline, one step a file, in one direction:

    source      YAML text to values that remember line and column (`syntax` words YAML's faults)
    model       the format as typed objects: `fields`, `questions` and `shelf`, the library's part
    typed       values to typed objects; `schema` writes the model down for editors
    checks      what types cannot check, by `outline`: within a file; `references`: into the library
    lint        what is doubtful, by `lint_scoring` and `lint_wording`; `doubts` is what they give
    library     the whole folder, cross-checked (`shelf_checks`); `problems` words whatever is wrong
                with the `sentences` for it, `slips` of the writing and `remarks` of the lint
    edition     fingerprints: when are two versions of a question the same? whose is a code?
    scores      what each answer is worth; `answers`, how a question can be answered at all
    plan        what the browser needs to know of an assessment, typed in `planned`
    views       what a page shows of the questions; `advice`, what its result may say, and `kinds`,
                what only some results show
    addresses   where pages and files stand, and the links between them
    scripts     which scripts beside the main one a questionnaire's pages ask for
    forms       one form's page as a whole, with its facts and links; `credits` into the library
    pages       HTML from templates; `prose` renders Markdown, `words` the interface's own words
    gap         the page on which a guess and its answers meet; `portfolio`, over all customers
    contents    what is on the site, for pages over all questionnaires
    alone       a form for people outside as one file
    outcome     what one file comes to: its pages and files, or its problems
    basis       what an assessment rests on, and with the library all that the next two need
    principles  their pages and the overview, with the figures of its picture in `constellation`
    documents   the page of the documents
    notebook    the page of everything that a reader has answered
    navigation  the place of the questionnaires in the site's navigation
    site        all pages, plans and problems of a folder, by `settings`, remembered between builds

Nothing in this package knows MkDocs; `mkdocs_hooks.py`, beside it, is the one adapter.
The browser's part is in `browser/`, and `bundle` makes `theme/assets/` from it. `offline` packs the
built site as one ZIP file.
"""
