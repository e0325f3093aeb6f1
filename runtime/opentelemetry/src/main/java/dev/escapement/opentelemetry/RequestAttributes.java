package dev.escapement.opentelemetry;

import dev.escapement.model.ModelException;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ReplyProvenance;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;

/**
 * A factory of the attributes that identify the model that received a request. One model may represent several, as a
 * {@link dev.escapement.model.FallbackModel} does, so the recipient is known only after the request.
 */
final class RequestAttributes {

    private RequestAttributes() {}

    /**
     * Returns a description of the model that replied. If its provider is not that of {@code info}, only the provider's
     * name is known.
     */
    static ModelInfo recipient(ModelInfo info, ReplyProvenance provenance) {
        String provider = provenance.provider();
        if (provider.isEmpty() || provider.equals(info.provider())) {
            return info;
        }
        return info.provider().isEmpty()
                ? new ModelInfo(provider, info.model(), info.host(), info.port())
                : new ModelInfo(provider, "", "", 0);
    }

    /** Returns a description of the model that failed. It is that of the exception, if any, otherwise {@code info}. */
    static ModelInfo recipient(ModelInfo info, Throwable failure) {
        return failure instanceof ModelException exception && !exception.model().equals(ModelInfo.UNKNOWN)
                ? exception.model()
                : info;
    }

    /** Returns the attributes of a request to a model. Unknown properties are omitted. */
    static AttributesBuilder of(ModelInfo recipient) {
        AttributesBuilder attributes = Attributes.builder().put(Conventions.OPERATION, "chat");
        put(attributes, Conventions.PROVIDER, recipient.provider());
        put(attributes, Conventions.REQUEST_MODEL, recipient.model());
        put(attributes, Conventions.SERVER_ADDRESS, recipient.host());
        if (recipient.port() > 0) {
            attributes.put(Conventions.SERVER_PORT, (long) recipient.port());
        }
        return attributes;
    }

    /** Adds an attribute unless its value is empty. An empty value is unknown. */
    static void put(AttributesBuilder attributes, AttributeKey<String> key, String value) {
        if (!value.isEmpty()) {
            attributes.put(key, value);
        }
    }
}
