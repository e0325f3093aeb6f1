package dev.escapement.server.security;

import dev.escapement.server.Authenticator;
import dev.escapement.server.Identity;
import dev.escapement.server.Role;
import dev.escapement.server.ServerRequest;
import dev.escapement.server.ServerResponse;
import dev.escapement.server.http.Access;
import dev.escapement.server.http.RefusalReason;
import dev.escapement.server.http.RequestContext;
import dev.escapement.server.http.RequestFilter;
import dev.escapement.server.http.Responses;
import dev.escapement.server.http.Route;
import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The checks of every request, in this order: lengths, peer and proxy, host, origin, then for the route: content type,
 * identity, anti-forgery token and role. Safe for concurrent use.
 */
public final class SecurityFilter implements RequestFilter {
    private static final System.Logger LOGGER = System.getLogger("dev.escapement.server");
    private static final Pattern JSON =
            Pattern.compile("application/json\\s*(;\\s*charset\\s*=\\s*\"?utf-8\"?\\s*)?", Pattern.CASE_INSENSITIVE);

    private final RequestLimits limits;
    private final HostCheck hosts;
    private final OriginCheck origins;
    private final AntiForgery antiForgery;
    private final Optional<LocalSessions> local;
    private final SenderSource senders;

    /**
     * Creates a filter.
     *
     * @param settings the settings
     * @param key the key of sessions and anti-forgery tokens
     */
    public SecurityFilter(SecuritySettings settings, SessionKey key) {
        this.limits = new RequestLimits(settings.maxBody());
        this.hosts = new HostCheck(settings);
        this.origins = new OriginCheck(settings);
        this.antiForgery = new AntiForgery(key);
        if (settings.authenticator().isPresent()) {
            this.local = Optional.empty();
            this.senders = foreign(settings.authenticator().get());
        } else {
            LocalSessions sessions = new LocalSessions(key, settings.clock());
            this.local = Optional.of(sessions);
            this.senders = sessions;
        }
    }

    private static SenderSource foreign(Authenticator authenticator) {
        return request -> authenticator.authenticate(request.withoutBody()).map(SecurityFilter::sender);
    }

    private static Sender sender(Identity identity) {
        return new Sender(identity, "identity." + identity.name() + '\0' + new TreeMap<>(identity.labels()));
    }

    /** Permits requests to the names of this computer with a port, to which a server adapter is bound. */
    public void addPort(int port) {
        hosts.addPort(port);
    }

    /** {@return the sessions of the local person; empty with an authenticator} */
    Optional<LocalSessions> local() {
        return local;
    }

    @Override
    public Optional<ServerResponse> admit(ServerRequest request) {
        limits.require(request);
        origins.require(request, hosts.require(request));
        return origins.isPermittedPreflight(request)
                ? Optional.of(Responses.empty(204, OriginCheck.preflightHeaders()))
                : Optional.empty();
    }

    @Override
    public Optional<Identity> authorize(ServerRequest request, Route route) {
        Access access = route.access();
        boolean changes = !route.method().equals("GET");
        if (access != Access.PUBLIC || changes) {
            origins.requireSameSite(request);
        }
        if (changes && access != Access.SIGNATURE && !isJson(request)) {
            throw RefusalReason.CONTENT_TYPE.exception();
        }
        if (!access.requiresIdentity()) {
            return Optional.empty();
        }
        Sender sender = identified(request).orElseThrow(RefusalReason.IDENTITY::exception);
        if (changes && !request.values("Cookie").isEmpty() && !hasToken(request, sender)) {
            throw RefusalReason.ANTI_FORGERY.exception();
        }
        Optional<Role> role = access.role();
        if (sender.identity().roles().isEmpty()
                || (role.isPresent() && !sender.identity().roles().contains(role.get()))) {
            throw RefusalReason.ROLE.exception();
        }
        return Optional.of(sender.identity());
    }

    private static boolean isJson(ServerRequest request) {
        return request.header("Content-Type")
                .filter(type -> JSON.matcher(type.strip()).matches())
                .isPresent();
    }

    private Optional<Sender> identified(ServerRequest request) {
        try {
            return Objects.requireNonNull(senders.sender(request), "sender");
        } catch (RuntimeException e) {
            // the message of the exception can contain credentials
            LOGGER.log(
                    Level.ERROR,
                    "The authenticator threw {0}. The request is refused.",
                    e.getClass().getName());
            throw RefusalReason.AUTHENTICATOR.exception();
        }
    }

    private boolean hasToken(ServerRequest request, Sender sender) {
        return request.header(AntiForgery.HEADER)
                .filter(token -> antiForgery.matches(sender, token))
                .isPresent();
    }

    /** Returns the token that requests with a cookie must contain: without an authenticator all, otherwise changes. */
    String antiForgeryToken(Sender sender) {
        return antiForgery.token(sender);
    }

    /** Returns the sender of a request that was authorized. */
    Sender sender(RequestContext exchange) {
        return local.flatMap(sessions -> sessions.sender(exchange.request()))
                .orElseGet(() -> sender(exchange.identity()));
    }

    /**
     * Returns a token that begins one session.
     *
     * @return the token, which must not be logged
     * @throws IllegalStateException if the server has an authenticator
     */
    public String newLinkToken() {
        return local.orElseThrow(() -> new IllegalStateException(
                        "A server with an authenticator does not have links. Sign in at the application."))
                .newToken();
    }

    @Override
    public ServerResponse secured(ServerRequest request, ServerResponse response, boolean isPublic) {
        return SecurityHeaders.added(response, origins.headers(request), isPublic);
    }
}
