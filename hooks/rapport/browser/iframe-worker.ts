/**
 * Lets the theme's search run on `file://`, where browsers refuse workers: in a hidden frame instead.
 *
 * Only the site to be opened as files loads it (`offline.yml`), before the theme's own scripts. The
 * theme would otherwise fetch the same library from another host.
 */

import "iframe-worker/shim";
