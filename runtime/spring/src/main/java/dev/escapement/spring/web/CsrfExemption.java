package dev.escapement.spring.web;

import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;

/**
 * Exempts the servlet of the inbox and the API from the CSRF tokens of Spring Security, because the server has its own checks:
 * the origin, JSON as content type, and a token for requests with cookies. Spring Security applies the exemption to each
 * filter chain that has CSRF protection; other servlets of the application remain protected.
 */
public final class CsrfExemption extends AbstractHttpConfigurer<CsrfExemption, HttpSecurity> {

    /** Creates the exemption. */
    public CsrfExemption() {}

    @Override
    @SuppressWarnings("unchecked")
    public void init(HttpSecurity http) {
        CsrfConfigurer<HttpSecurity> csrf = http.getConfigurer(CsrfConfigurer.class);
        if (csrf != null) {
            csrf.ignoringRequestMatchers(CsrfExemption::isForServlet);
        }
    }

    /** Returns whether the container has selected the servlet for the request, which cannot be forged with a path. */
    private static boolean isForServlet(HttpServletRequest request) {
        HttpServletMapping mapping = request.getHttpServletMapping();
        return mapping != null && AgentServlet.NAME.equals(mapping.getServletName());
    }
}
