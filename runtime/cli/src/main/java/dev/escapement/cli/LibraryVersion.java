package dev.escapement.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of the library, from the manifest of its jar. */
final class LibraryVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = EscapementCommand.class.getPackage().getImplementationVersion();
        return new String[] {"escapement " + (version == null ? "(unpackaged)" : version)};
    }
}
