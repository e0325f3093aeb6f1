package dev.escapement.samples.retail;

import dev.escapement.model.Model;
import dev.escapement.run.CorruptThreadException;
import dev.escapement.run.DriveException;
import dev.escapement.run.NewerThreadException;
import dev.escapement.run.ThreadPrinter;
import dev.escapement.samples.retail.chat.ChosenModel;
import dev.escapement.samples.retail.chat.ServiceDeskChat;
import dev.escapement.samples.retail.shop.ShopException;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A program that runs an offline demonstration or a chat with a real model. */
public final class Main {

    private static final Path DEFAULT_DIRECTORY = Path.of("target", "retail-chat");

    private static final String HELP = """
            Without arguments: an offline demonstration, with rules in place of a model.
              --chat                  chat with the model that the environment names
              --chat <directory>      the same, stored in a directory other than %s
            """.formatted(DEFAULT_DIRECTORY);

    private Main() {}

    /**
     * Runs the demonstration or the chat that the arguments request.
     *
     * @param args empty, or {@code --chat} and an optional directory; other arguments print the help text
     * @throws ShopException if the sample's database does not contain the demonstrated order
     * @throws IOException if the standard input cannot be read
     */
    public static void main(String[] args) throws ShopException, IOException {
        if (args.length == 0) {
            Demo.run(System.out);
        } else if (args[0].equals("--chat") && args.length <= 2) {
            chat(args);
        } else {
            System.out.print(HELP);
        }
    }

    private static void chat(String[] args) throws IOException {
        try {
            Path directory = args.length == 2 ? Path.of(args[1]) : DEFAULT_DIRECTORY;
            Model model = ChosenModel.find();
            System.out.println("The model is " + model.info().model() + " at "
                    + model.info().host() + ".");
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, charset()));
            new ServiceDeskChat(model, directory, in, System.out, ThreadPrinter.standard()).run();
        } catch (IllegalStateException
                | InvalidPathException
                | CorruptThreadException
                | DriveException
                | NewerThreadException
                | UncheckedIOException e) {
            System.out.println(e.getMessage());
        }
    }

    /** Returns the charset of the terminal, or UTF-8 for piped input. */
    private static Charset charset() {
        Console console = System.console();
        return console == null ? StandardCharsets.UTF_8 : console.charset();
    }
}
