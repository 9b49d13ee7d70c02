package dev.anycarrier.cli;

import picocli.CommandLine.IVersionProvider;

/** The version, for every command that is asked for it. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {BuildVersion.line()};
    }
}
