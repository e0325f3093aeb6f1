/**
 * A support desk as a Spring Boot application: two agents as beans, a web inbox behind Spring Security, a webhook of Slack,
 * and refunds that are committed together with the events of the agent that pays them.
 */
@NullMarked
package dev.escapement.samples.supportdesk;

import org.jspecify.annotations.NullMarked;
