/** Reads words as a JSON list and prints those that the British dictionary does not know. */

import dictionary from "dictionary-en-gb";
import nspell from "nspell";

const spell = nspell(dictionary);
const words: string[] = JSON.parse(await new Response(Deno.stdin.readable).text());
console.log(JSON.stringify(words.filter((word) => !spell.correct(word))));
