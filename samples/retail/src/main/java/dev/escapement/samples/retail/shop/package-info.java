/** The records and rules of the shop, in ordinary Java without a dependency on models or agents. */
@NullMarked
package dev.escapement.samples.retail.shop;

import org.jspecify.annotations.NullMarked;
