/**
 * A benchmark of decoding with validation and of encoding, compared with hand-written streaming code and Jackson's
 * databind.
 */
package dev.escapement.samples.benchmarks.codec;
