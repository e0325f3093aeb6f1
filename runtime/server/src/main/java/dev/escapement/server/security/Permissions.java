package dev.escapement.server.security;

import dev.escapement.server.DecisionPolicy;
import dev.escapement.server.Identity;
import dev.escapement.server.http.ProblemException;
import dev.escapement.server.http.ProblemType;
import dev.escapement.server.http.ServerContext;
import dev.escapement.tool.Call;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** The permissions of identities to decide. A decision requires the role of its kind and the consent of the policy. */
public final class Permissions {
    private static final System.Logger LOGGER = System.getLogger("dev.escapement.server");

    private Permissions() {}

    /**
     * Checks a permission.
     *
     * @param context the parts of the application, of which the policy is used
     * @param identity the sender of the request
     * @param agent the name of the agent of the thread
     * @param kind the kind of decision
     * @param call the call with the arguments with which its step would run; empty for decisions about the whole thread
     * @throws ProblemException of the type {@link ProblemType#FORBIDDEN} if the identity may not decide
     */
    public static void require(
            ServerContext context, Identity identity, String agent, DecisionPolicy.Kind kind, Optional<Call> call) {
        if (!identity.roles().contains(kind.role())) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN,
                    "This decision requires the role " + kind.role() + ". Ask a person who has it to decide.");
        }
        if (!consents(context, identity, agent, kind, call)) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN,
                    "The decision policy does not permit you this decision. Ask a person whom it permits to decide.");
        }
    }

    /**
     * Returns whether an identity may decide, under the same rules as {@link #require}.
     *
     * @return whether the identity has the role and the policy permits the decision
     */
    public static boolean permits(
            ServerContext context, Identity identity, String agent, DecisionPolicy.Kind kind, Optional<Call> call) {
        return identity.roles().contains(kind.role()) && consents(context, identity, agent, kind, call);
    }

    private static boolean consents(
            ServerContext context, Identity identity, String agent, DecisionPolicy.Kind kind, Optional<Call> call) {
        try {
            return context.policy().permits(identity, agent, kind, call);
        } catch (RuntimeException e) {
            // the message of the exception can contain arguments
            LOGGER.log(
                    Level.ERROR,
                    "The decision policy threw {0}. The decision is refused.",
                    e.getClass().getName());
            return false;
        }
    }
}
