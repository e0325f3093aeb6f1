package dev.escapement.langchain4j;

import com.fasterxml.jackson.core.JacksonException;
import dev.escapement.json.Excerpt;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.ModelUnavailableException;
import dev.escapement.model.RequestRejectedException;
import dev.escapement.model.UnreadableReplyException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.NonRetriableException;
import dev.langchain4j.exception.RetriableException;
import dev.langchain4j.exception.UnresolvedModelServerException;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says in the terms of models what the exceptions of LangChain4j say. */
final class Faults {

    private static final int MAX_LENGTH = 500;

    private Faults() {}

    /** The same fault as an exception of a model; unchanged if it is none of the network or of the provider. */
    static RuntimeException of(ModelInfo model, RuntimeException fault) {
        Optional<HttpException> http = cause(fault, HttpException.class);
        int status = http.map(HttpException::statusCode).orElse(0);
        String message = message(model, http.<Throwable>map(found -> found).orElse(fault));
        if (cause(fault, JacksonException.class).isPresent()) {
            return new UnreadableReplyException(model, message, fault);
        } else if (fault instanceof RetriableException
                || fault instanceof UnresolvedModelServerException
                || status == 429
                || status >= 500
                || cause(fault, IOException.class).isPresent()) {
            return new ModelUnavailableException(model, message, status, null, fault);
        } else if (fault instanceof NonRetriableException || status >= 400) {
            return new RequestRejectedException(model, message, status == 0 ? 400 : status, "", fault);
        }
        return fault;
    }

    private static String message(ModelInfo model, Throwable fault) {
        String name = (model.provider() + " " + model.model()).strip();
        String said = fault.getMessage();
        return (name.isEmpty() ? "The chat model" : name) + " gave no reply: "
                + Excerpt.line(said == null ? fault.getClass().getSimpleName() : said, MAX_LENGTH);
    }

    private static <T extends Throwable> Optional<T> cause(Throwable fault, Class<T> type) {
        return Stream.<@Nullable Throwable>iterate(fault, found -> found != null, Throwable::getCause)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
