"""Writes a language model that has learnt nothing: llama's architecture, tiny, its weights random.

A server takes it for a model as any other. What it says is noise, but noise in Chinese: of its tokens the single bytes
are unlikely, the characters of some old poems likely, and marks, line breaks and the end among them.

    python model.py FILE.gguf
"""

import sys

import numpy as np
from gguf import GGUFWriter, TokenType

CHARACTERS = (
    "，。\n白日依山尽黄河入海流欲穷千里目更上一层楼空新雨后天气晚来秋明月松间照清泉石竹喧归浣女莲动下渔舟随意春芳歇王孙自可留"
    "风急高猿啸哀渚沙鸟飞回无边落木萧长江滚万悲常作客百年多病独登台艰难苦恨繁霜鬓潦倒停浊酒杯朝辞帝彩云陵还两岸声啼不住轻已过重"
)
WIDTH, HIDDEN, HEADS, LAYERS = 64, 128, 4, 2
# Its window must hold the longest prompt of the page, of which most characters are three tokens here.
WINDOW = 8192
# Wide enough that the bytes are cut off as unlikely, narrow enough that no answer is short.
SPREAD = 0.3


def vocabulary():
    """Tokens, their kinds, and how likely each is made to be."""
    tokens = [b"<unk>", b"<s>", b"</s>"]
    kinds = [TokenType.UNKNOWN, TokenType.CONTROL, TokenType.CONTROL]
    for byte in range(256):
        tokens.append(f"<0x{byte:02X}>".encode())
        kinds.append(TokenType.BYTE)
    rare = len(tokens)
    for character in dict.fromkeys(CHARACTERS):
        tokens.append(character.encode())
        kinds.append(TokenType.NORMAL)
    likely = np.ones(len(tokens), np.float32)
    likely[:rare] = 0
    # The end is a little less likely than a character: most answers have some hundreds before it.
    likely[2] = 0.7
    return tokens, kinds, likely


def main(path):
    tokens, kinds, likely = vocabulary()
    writer = GGUFWriter(path, "llama")
    writer.add_name("random")
    writer.add_context_length(WINDOW)
    writer.add_embedding_length(WIDTH)
    writer.add_feed_forward_length(HIDDEN)
    writer.add_block_count(LAYERS)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(HEADS)
    writer.add_rope_dimension_count(WIDTH // HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_vocab_size(len(tokens))
    writer.add_tokenizer_model("llama")
    writer.add_token_list(tokens)
    writer.add_token_scores([0.0] * len(tokens))
    writer.add_token_types(kinds)
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)
    writer.add_unk_token_id(0)
    writer.add_add_space_prefix(False)

    chance = np.random.default_rng(20261125)

    def add(name, *shape):
        writer.add_tensor(name, chance.normal(0, 0.3, shape).astype(np.float32))

    def add_ones(name):
        writer.add_tensor(name, np.ones(WIDTH, np.float32))

    add("token_embd.weight", len(tokens), WIDTH)
    for layer in range(LAYERS):
        block = f"blk.{layer}"
        add_ones(f"{block}.attn_norm.weight")
        for part in ("attn_q", "attn_k", "attn_v", "attn_output"):
            add(f"{block}.{part}.weight", WIDTH, WIDTH)
        add_ones(f"{block}.ffn_norm.weight")
        add(f"{block}.ffn_gate.weight", HIDDEN, WIDTH)
        add(f"{block}.ffn_up.weight", HIDDEN, WIDTH)
        add(f"{block}.ffn_down.weight", WIDTH, HIDDEN)
    add_ones("output_norm.weight")
    # A row of nothing is a chance of the middle; the others go far up and down, and the best are taken.
    output = chance.normal(0, SPREAD, (len(tokens), WIDTH)) * likely[:, None]
    writer.add_tensor("output.weight", output.astype(np.float32))

    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


if __name__ == "__main__":
    main(sys.argv[1])
