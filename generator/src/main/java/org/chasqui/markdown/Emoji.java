package org.chasqui.markdown;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Emoji by the names that GitHub and Slack know: the common ones. */
final class Emoji {
  private static final Map<String, String> BY_NAME = table();

  private Emoji() {}

  /** The emoji that stands between colons at an offset of a text. */
  static Optional<String> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** The end of the name that follows a colon, or -1 if no colon closes it. */
  static int close(CharSequence text, int colon) {
    int limit = Math.min(text.length(), colon + 40);
    for (int i = colon + 1; i < limit; i++) {
      char c = text.charAt(i);
      if (c == ':') {
        return i > colon + 1 ? i : -1;
      }
      if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '_' && c != '+' && c != '-') {
        return -1;
      }
    }
    return -1;
  }

  /** A text with its emoji names replaced. */
  static String replace(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int done = 0;
    while (colon >= 0) {
      int close = close(text, colon);
      String emoji = close < 0 ? null : BY_NAME.get(text.substring(colon + 1, close));
      if (emoji != null) {
        out.append(text, done, colon).append(emoji);
        done = close + 1;
      }
      colon = text.indexOf(':', Math.max(done, colon + 1));
    }
    return out.append(text, done, text.length()).toString();
  }

  private static Map<String, String> table() {
    String[] pairs =
        ("+1 👍 thumbsup 👍 -1 👎 thumbsdown 👎 tada 🎉 rocket 🚀 sparkles ✨ pray 🙏 heart ❤️ "
                + "heart_eyes 😍 smile 😄 smiley 😃 grin 😁 grinning 😀 joy 😂 laughing 😆 wink 😉 "
                + "blush 😊 slightly_smiling_face 🙂 thinking 🤔 thinking_face 🤔 cry 😢 sob 😭 "
                + "sunglasses 😎 hugs 🤗 hugging_face 🤗 wave 👋 clap 👏 raised_hands 🙌 muscle 💪 "
                + "point_right 👉 point_left 👈 point_up ☝️ point_down 👇 ok_hand 👌 handshake 🤝 "
                + "writing_hand ✍️ eyes 👀 warning ⚠️ bulb 💡 memo 📝 pencil 📝 pencil2 ✏️ book 📖 "
                + "books 📚 bookmark 🔖 bell 🔔 calendar 📆 date 📅 clock1 🕐 hourglass ⌛ "
                + "white_check_mark ✅ heavy_check_mark ✔️ check ✔️ x ❌ no_entry ⛔ "
                + "no_entry_sign 🚫 question ❓ exclamation ❗ bangbang ‼️ information_source ℹ️ "
                + "star ⭐ star2 🌟 fire 🔥 zap ⚡ boom 💥 100 💯 trophy 🏆 medal_sports 🏅 gift 🎁 "
                + "balloon 🎈 confetti_ball 🎊 computer 💻 desktop_computer 🖥️ keyboard ⌨️ "
                + "floppy_disk 💾 package 📦 gear ⚙️ wrench 🔧 hammer 🔨 hammer_and_wrench 🛠️ "
                + "toolbox 🧰 lock 🔒 unlock 🔓 key 🔑 mag 🔍 link 🔗 paperclip 📎 pushpin 📌 "
                + "round_pushpin 📍 mailbox 📫 email 📧 e-mail 📧 envelope ✉️ phone ☎️ "
                + "speech_balloon 💬 loudspeaker 📢 mega 📣 mute 🔇 movie_camera 🎥 camera 📷 "
                + "microphone 🎤 headphones 🎧 art 🎨 bar_chart 📊 chart_with_upwards_trend 📈 "
                + "chart_with_downwards_trend 📉 clipboard 📋 file_folder 📁 open_file_folder 📂 "
                + "globe_with_meridians 🌐 earth_americas 🌎 earth_africa 🌍 earth_asia 🌏 "
                + "world_map 🗺️ sun_with_face 🌞 sunny ☀️ cloud ☁️ rainbow 🌈 snowflake ❄️ "
                + "umbrella ☔ ocean 🌊 seedling 🌱 herb 🌿 evergreen_tree 🌲 deciduous_tree 🌳 "
                + "cactus 🌵 sunflower 🌻 tulip 🌷 rose 🌹 hibiscus 🌺 mushroom 🍄 coffee ☕ tea 🍵 "
                + "cake 🍰 birthday 🎂 pizza 🍕 apple 🍎 beers 🍻 snake 🐍 whale 🐳 penguin 🐧 "
                + "bug 🐛 bee 🐝 butterfly 🦋 turtle 🐢 cat 🐱 dog 🐶 panda_face 🐼 octopus 🐙 "
                + "crab 🦀 llama 🦙 dna 🧬 microscope 🔬 telescope 🔭 test_tube 🧪 alembic ⚗️ "
                + "brain 🧠 robot 🤖 ghost 👻 alien 👽 ship 🚢 airplane ✈️ car 🚗 train 🚆 bike 🚲 "
                + "house 🏠 school 🏫 office 🏢 hospital 🏥 construction 🚧 checkered_flag 🏁 "
                + "triangular_flag_on_post 🚩 recycle ♻️ arrow_right ➡️ arrow_left ⬅️ arrow_up ⬆️ "
                + "arrow_down ⬇️ back 🔙 new 🆕 free 🆓 one 1️⃣ two 2️⃣ three 3️⃣ four 4️⃣ five 5️⃣ "
                + "red_circle 🔴 large_blue_circle 🔵 green_circle 🟢 yellow_circle 🟡 "
                + "blue_heart 💙 green_heart 💚 yellow_heart 💛 purple_heart 💜 orange_heart 🧡 "
                + "black_heart 🖤 sparkling_heart 💖 people_holding_hands 🧑‍🤝‍🧑 "
                + "woman_technologist 👩‍💻 man_technologist 👨‍💻 woman_scientist 👩‍🔬 "
                + "man_scientist 👨‍🔬 busts_in_silhouette 👥 family 👪 baby 👶 dancer 💃 "
                + "raising_hand 🙋 shrug 🤷 see_no_evil 🙈 party_popper 🎉 partying_face 🥳 "
                + "nerd_face 🤓 upside_down_face 🙃 relaxed ☺️ worried 😟 confused 😕 scream 😱 "
                + "sleeping 😴 mask 😷 innocent 😇 stuck_out_tongue 😛 kissing_heart 😘 "
                + "musical_note 🎵 notes 🎶 video_game 🎮 game_die 🎲 dart 🎯 jigsaw 🧩 "
                + "money_with_wings 💸 moneybag 💰 credit_card 💳 scroll 📜 newspaper 📰 "
                + "label 🏷️ ticket 🎫 compass 🧭 anchor ⚓ satellite 🛰️ flashlight 🔦 battery 🔋 "
                + "electric_plug 🔌 cd 💿 dvd 📀 printer 🖨️ mouse 🐭 iphone 📱")
            .split(" ");
    Map<String, String> table = new HashMap<>();
    for (int i = 0; i + 1 < pairs.length; i += 2) {
      table.put(pairs[i], pairs[i + 1]);
    }
    return Map.copyOf(table);
  }
}
