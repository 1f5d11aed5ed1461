/** The public search: one-things and items by everyday words, pinyin and what sounds or is spelt nearly alike, the nearest first. */
@NullMarked
package city.onewindow.catalog.search;

import org.jspecify.annotations.NullMarked;
