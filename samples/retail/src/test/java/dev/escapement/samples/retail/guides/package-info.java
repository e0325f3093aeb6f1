/**
 * Tests of the documentation: every Java block in Markdown is compiled, every relative link has a target, and every guide
 * is in the index.
 *
 * <p>In this module because all modules of the runtime are on its class path.
 */
package dev.escapement.samples.retail.guides;
