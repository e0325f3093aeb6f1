package dev.escapement.samples.supportdesk;

import dev.escapement.Tool;

/**
 * Report the result of a refund.
 *
 * @param text The result in one sentence
 */
@Tool
record ReportRefund(String text) {}
