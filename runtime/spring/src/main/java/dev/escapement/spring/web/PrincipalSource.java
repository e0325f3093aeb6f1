package dev.escapement.spring.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;

/** A function that returns the user of a request. Safe for concurrent use. */
@FunctionalInterface
public interface PrincipalSource {

    /** The user whom the servlet container authenticated. */
    PrincipalSource CONTAINER = request -> Optional.ofNullable(request.getUserPrincipal());

    /**
     * Returns the user of a request. Called on the Java thread of the request.
     *
     * @param request the request
     * @return the user; empty if it is not authenticated
     */
    Optional<Principal> principal(HttpServletRequest request);
}
