package library;

import dev.escapement.Agent;
import dev.escapement.Codec;
import dev.escapement.Effect;
import dev.escapement.Finish;
import dev.escapement.Prompt;
import dev.escapement.Step;
import dev.escapement.StepContext;
import dev.escapement.Tool;
import java.util.List;
import java.util.Optional;

/** An agent that lends books. */
@Agent
final class Librarian {

    /**
     * Find a book.
     *
     * @param title The title, or a part of it
     */
    @Tool
    record FindBook(String title) {}

    /**
     * List the books of an author.
     *
     * @param author The author
     */
    @Tool
    record FindAuthor(String author) {}

    /**
     * Lend a book.
     *
     * @param isbn The ISBN of the book
     */
    @Tool
    record LendBook(String isbn) {}

    /**
     * Put a book aside.
     *
     * @param isbn The ISBN of the book
     */
    @Tool
    record Reserve(String isbn) {}

    /** End the visit. */
    @Tool
    record Leave() {}

    /** A book. */
    @Codec
    record Book(String isbn, String title) {}

    /** Thrown when the library is closed. */
    static final class Closed extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** Thrown when the book is lent to another reader. */
    static final class Lent extends Exception {
        private static final long serialVersionUID = 1L;
    }

    @Prompt
    String prompt() {
        return "You lend books.";
    }

    @Step(effect = Effect.READ)
    Optional<Book> find(FindBook call) {
        return Optional.of(new Book("1", call.title()));
    }

    @Step(effect = Effect.READ)
    List<Book> find(FindAuthor call) {
        return List.of();
    }

    @Step
    int lend(LendBook call, StepContext context) throws Closed, Lent {
        throw new Lent();
    }

    @Step(effect = Effect.IDEMPOTENT)
    void reserve(Reserve call) {}

    @Step
    Finish<String> leave(Leave call) throws Closed {
        return Finish.with("Good-bye");
    }
}
