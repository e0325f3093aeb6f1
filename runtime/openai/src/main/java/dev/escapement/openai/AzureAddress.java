package dev.escapement.openai;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of a resource at Azure. It may have the path and the query that the portal displays as the target URI of a
 * deployment; they are removed.
 *
 * @param resource the address without the path of its API, without trailing slashes
 * @param deployment the deployment in the path, or an empty string
 * @param version the value of {@code api-version} in the query, or an empty string
 * @param isUnversioned whether the path is {@code /openai/v1}
 */
record AzureAddress(String resource, String deployment, String version, boolean isUnversioned) {

    private static final Pattern FORM = Pattern.compile("(?<resource>[^?#]*?)/*"
            + "(?:/openai(?:/deployments/(?<deployment>[^/?#]+)|(?<unversioned>/v1))?"
            + "(?:/chat/completions|/responses|/completions)?)?/*"
            + "(?:\\?api-version=(?<version>[^&#]+))?");

    /** The parts of the path of an API. An address that still contains them is not one of a resource. */
    private static final Pattern REST = Pattern.compile("[^/]/(openai|deployments|completions|responses)(/|$)");

    /**
     * Parses an address.
     *
     * @throws IllegalArgumentException if it has another path or query; the message contains no part of it
     */
    static AzureAddress of(String endpoint) {
        Matcher form = FORM.matcher(required(endpoint, "endpoint", "https://example.openai.azure.com"));
        if (!form.matches() || REST.matcher(form.group("resource")).find()) {
            throw new IllegalArgumentException(
                    "The endpoint has a path or a query that is not one of Azure OpenAI. Set the"
                            + " address of the resource, for example https://example.openai.azure.com.");
        }
        return new AzureAddress(
                form.group("resource"),
                decoded(form.group("deployment")),
                decoded(form.group("version")),
                form.group("unversioned") != null);
    }

    /** Returns the base URL of a deployment, in the form with the version in the query. */
    String baseUrl(String name, String apiVersion) {
        String wanted = required(apiVersion, "version of the API", "2024-10-21");
        if (!version.isEmpty() && !version.equals(wanted)) {
            throw new IllegalArgumentException(
                    "The endpoint and the argument have different versions of the API. Remove the query of the endpoint.");
        }
        return resource + "/openai/deployments/" + encoded(checked(name)) + "?api-version=" + encoded(wanted);
    }

    /** Returns the base URL of all deployments, in the form without a dated version. */
    String baseUrl(String name) {
        String query = isUnversioned && !version.isEmpty() ? "?api-version=" + encoded(version) : "";
        checked(name);
        return resource + "/openai/v1" + query;
    }

    private String checked(String name) {
        String wanted = required(name, "deployment", "my-deployment");
        if (!deployment.isEmpty() && !deployment.equals(wanted)) {
            throw new IllegalArgumentException(
                    "The endpoint and the argument have different deployments. Remove the path of the endpoint.");
        }
        return wanted;
    }

    private static String required(String value, String meaning, String example) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("The " + meaning + " is missing. Set it, for example " + example + ".");
        }
        return value.strip();
    }

    /** Returns a text as one segment of a path or as a value in a query. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String decoded(@Nullable String text) {
        if (text == null) {
            return "";
        }
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException invalid) {
            return text;
        }
    }
}
