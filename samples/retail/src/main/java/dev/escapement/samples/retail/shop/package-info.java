/** The records and rules of the shop, which do not depend on models or agents. */
@NullMarked
package dev.escapement.samples.retail.shop;

import org.jspecify.annotations.NullMarked;
