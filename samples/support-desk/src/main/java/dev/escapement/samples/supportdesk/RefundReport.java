package dev.escapement.samples.supportdesk;

import dev.escapement.Codec;

/**
 * The result of a request for a refund.
 *
 * @param text the result in one sentence
 */
@Codec
record RefundReport(String text) {}
