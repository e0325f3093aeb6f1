/** A benchmark that compares encoding and validated decoding with hand-written streaming code and Jackson Databind. */
package dev.escapement.samples.benchmarks.codec;
