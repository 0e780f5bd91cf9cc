// SPDX-License-Identifier: Apache-2.0
import { Play } from "lucide-react";
import { useId } from "react";
import { IconButton } from "../button/Button.js";
import field from "../field/Field.module.css";
import { useLanguage } from "../provider/PalabreProvider.js";
import { chime } from "../sounds/chime.js";
import style from "./Notifications.module.css";
import type { Preferences } from "./preferences.js";
import { USUAL_QUIET, USUAL_VOLUME } from "./preferences.js";
import all from "./Settings.module.css";
import { Switch } from "./Switch.js";

export interface NotificationsProps {
  readonly preferences: Preferences;
  readonly onPreferences: (preferences: Preferences) => void;
}

/** How one hears of what arrives, and when not. */
export function Notifications({ preferences, onPreferences }: NotificationsProps) {
  const { words } = useLanguage();
  const { sounds = true, volume = USUAL_VOLUME, previews = true, quiet, ...rest } = preferences;
  const choose = (change: Partial<Preferences>) => onPreferences({ ...preferences, ...change });
  return (
    <section className={all.part} aria-label={words.notificationsTitle}>
      <h3>{words.notificationsTitle}</h3>
      <Switch
        label={words.sounds}
        hint={words.soundsHint}
        on={sounds}
        onChange={(on) => choose({ sounds: on })}
      />
      {sounds && <Volume value={volume} onChange={(loud) => choose({ volume: loud })} />}
      <Switch
        label={words.previews}
        hint={words.previewsHint}
        on={previews}
        onChange={(on) => choose({ previews: on })}
      />
      <Switch
        label={words.quietHours}
        hint={words.quietHoursHint}
        on={quiet !== undefined}
        onChange={(on) =>
          on ? choose({ quiet: USUAL_QUIET }) : onPreferences({ ...rest, sounds, volume, previews })
        }
      />
      {quiet && (
        <div className={style.hours}>
          <Hour
            label={words.quietFrom}
            value={quiet.from}
            onChange={(from) => choose({ quiet: { ...quiet, from } })}
          />
          <Hour
            label={words.quietTo}
            value={quiet.to}
            onChange={(to) => choose({ quiet: { ...quiet, to } })}
          />
        </div>
      )}
    </section>
  );
}

interface VolumeProps {
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function Volume({ value, onChange }: VolumeProps) {
  const { words } = useLanguage();
  const id = useId();
  const percent = Math.round(value * 100);
  return (
    <div className={style.volume}>
      <label htmlFor={id}>{words.volume}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={100}
        step={5}
        value={percent}
        aria-valuetext={words.percent(percent)}
        style={{ "--part": `${percent}%` } as React.CSSProperties}
        onChange={({ target }) => onChange(Number(target.value) / 100)}
      />
      <IconButton label={words.tryVolume} onClick={() => chime(value)}>
        <Play size={18} aria-hidden="true" />
      </IconButton>
    </div>
  );
}

interface HourProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Hour({ label, value, onChange }: HourProps) {
  return (
    <label>
      <span>{label}</span>
      <input
        type="time"
        className={field.field}
        required
        value={value}
        onChange={({ target }) => target.value !== "" && onChange(target.value)}
      />
    </label>
  );
}
