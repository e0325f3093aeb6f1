/** The shop itself, its records and its rules: ordinary Java that knows nothing of models and agents. */
@NullMarked
package dev.escapement.samples.retail.shop;

import org.jspecify.annotations.NullMarked;
