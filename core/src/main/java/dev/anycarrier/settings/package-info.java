/**
 * The settings of accounts: {@link dev.anycarrier.settings.Settings} gathers values from code, system properties, the
 * environment and a file, and {@link dev.anycarrier.settings.SettingsResolver} makes of them the validated
 * {@link dev.anycarrier.settings.AccountSettings} of each account, or lists all that is wrong.
 *
 * <p>No value of a secret is ever part of a message or a {@code toString()}.
 */
@NullMarked
package dev.anycarrier.settings;

import org.jspecify.annotations.NullMarked;
