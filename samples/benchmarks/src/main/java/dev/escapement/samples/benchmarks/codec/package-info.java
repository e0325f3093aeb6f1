/** The cost of decoding with validation and of encoding, compared with streaming by hand and with Jackson's databind. */
package dev.escapement.samples.benchmarks.codec;
