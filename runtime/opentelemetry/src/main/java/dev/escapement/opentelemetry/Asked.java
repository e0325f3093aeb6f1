package dev.escapement.opentelemetry;

import dev.escapement.model.ModelException;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ReplyProvenance;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;

/**
 * Whom a request went to. One model may stand for several, as a {@link dev.escapement.model.FallbackModel} does, so that only
 * what came of the request tells.
 */
final class Asked {

    private Asked() {}

    /** Who replied; of another provider nothing is known but its name. */
    static ModelInfo of(ModelInfo info, ReplyProvenance provenance) {
        String provider = provenance.provider();
        if (provider.isEmpty() || provider.equals(info.provider())) {
            return info;
        }
        return info.provider().isEmpty()
                ? new ModelInfo(provider, info.model(), info.host(), info.port())
                : new ModelInfo(provider, "", "", 0);
    }

    /** Who failed, if the failure says so. */
    static ModelInfo of(ModelInfo info, Throwable failure) {
        return failure instanceof ModelException exception && !exception.model().equals(ModelInfo.UNKNOWN)
                ? exception.model()
                : info;
    }

    static AttributesBuilder attributes(ModelInfo asked) {
        AttributesBuilder attributes = Attributes.builder().put(Conventions.OPERATION, "chat");
        put(attributes, Conventions.PROVIDER, asked.provider());
        put(attributes, Conventions.REQUEST_MODEL, asked.model());
        put(attributes, Conventions.SERVER_ADDRESS, asked.host());
        if (asked.port() > 0) {
            attributes.put(Conventions.SERVER_PORT, (long) asked.port());
        }
        return attributes;
    }

    /** What is not known is left out. */
    static void put(AttributesBuilder attributes, AttributeKey<String> key, String value) {
        if (!value.isEmpty()) {
            attributes.put(key, value);
        }
    }
}
