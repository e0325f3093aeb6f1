package dev.escapement.spring.permits;

import dev.escapement.Tool;

/**
 * Ends the conversation.
 *
 * @param remark The last remark
 */
@Tool
record CloseOffice(String remark) {}
