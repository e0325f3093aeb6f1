package dev.escapement.spring.web;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The explanation of a {@link LocalAccessException}. */
public final class LocalAccessFailureAnalyzer extends AbstractFailureAnalyzer<LocalAccessException> {

    /** Creates an analyzer. */
    public LocalAccessFailureAnalyzer() {}

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, LocalAccessException cause) {
        return new FailureAnalysis(cause.getMessage(), """
                Use one of these remedies:

                  - Add spring-boot-starter-security, and permit actions with properties such as \
                escapement.server.roles.read=ROLE_SUPPORT.
                  - Define a bean of the type dev.escapement.server.Authenticator.
                  - On your own computer: set server.address=127.0.0.1 and do not set server.forward-headers-strategy. The \
                log then contains a link that is valid once.
                  - Set escapement.server.enabled=false.""", cause);
    }
}
